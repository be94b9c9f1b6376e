package tw.touchstone.quality;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Optional;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.annotation.JsonAppend;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;
import tw.touchstone.model.AgencyId;
import tw.touchstone.model.Agent;
import tw.touchstone.model.DatasetId;
import tw.touchstone.model.DistributionId;
import tw.touchstone.model.FieldType;
import tw.touchstone.model.FileFormat;
import tw.touchstone.model.Frequency;
import tw.touchstone.model.Label;
import tw.touchstone.model.LangText;
import tw.touchstone.model.Sha256;
import tw.touchstone.model.fact.AnomalyCode;
import tw.touchstone.model.fact.Content;
import tw.touchstone.model.fact.Extent;
import tw.touchstone.model.fact.ValueForm;

/// How the values of the model and of this package look in JSON; the model itself knows nothing of it.
final class JsonForm {

    private JsonForm() {}

    static JsonMapper mapper() {
        return mapper(new RepeatedOutcomes.Modifier(() -> Plain.MAPPER));
    }

    private static final class Plain {
        private static final JsonMapper MAPPER = mapper(new KindWriter.Sorted());
    }

    private static JsonMapper mapper(KindWriter.Sorted serializers) {
        return JsonMapper.builder()
                .annotationIntrospector(new RecordIntrospector())
                .addModule(scalars(serializers))
                .addMixIn(Agent.class, AgentKinds.class)
                .addMixIn(Content.class, ContentKinds.class)
                .addMixIn(Extent.class, ExtentKinds.class)
                .addMixIn(Outcome.class, OutcomeKinds.class)
                .changeDefaultPropertyInclusion(
                        each -> each.withValueInclusion(Include.NON_ABSENT).withContentInclusion(Include.ALWAYS))
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(MapperFeature.INFER_RECORD_GETTERS_FROM_COMPONENTS_ONLY)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE, JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(LogicalType.Textual, config -> {
                    config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    config.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .build();
    }

    private static SimpleModule scalars(KindWriter.Sorted serializers) {
        var module = new SimpleModule("touchstone");
        TextForm.register(module, DatasetId.class, DatasetId::value, text -> Optional.of(new DatasetId(text)));
        TextForm.register(module, AgencyId.class, AgencyId::value, text -> Optional.of(new AgencyId(text)));
        TextForm.register(module, DistributionId.class, DistributionId::toString, DistributionId::parse);
        TextForm.register(module, Sha256.class, Sha256::hex, text -> Optional.of(new Sha256(text)));
        TextForm.register(module, Frequency.class, Frequency::code, Frequency::parse);
        TextForm.register(module, URI.class, URI::toString, text -> Optional.of(URI.create(text)));
        TextForm.register(module, FileFormat.class, FileFormat::code, FileFormat::ofCode);
        TextForm.register(module, Label.class, Label::code, Label::ofCode);
        TextForm.register(module, Metric.class, Metric::id, Metric::ofId);
        TextForm.register(module, AnomalyCode.class, AnomalyCode::id, AnomalyCode::ofId);
        TextForm.register(module, ValueForm.class, ValueForm::id, ValueForm::ofId);
        TextForm.register(module, Dimension.class, Dimension::id, Dimension::ofId);
        TextForm.register(module, RiskCode.class, RiskCode::id, RiskCode::ofId);
        NumberForm.register(
                module,
                Points.class,
                Points::decimal,
                number -> new Points(number.movePointRight(4).longValueExact()));
        NumberForm.register(
                module,
                Share.class,
                share -> BigDecimal.valueOf(share.tenThousandths()),
                number -> new Share(number.intValueExact()));
        TextForm.register(module, FieldType.class, FieldType::code, FieldType::ofCode);
        TextForm.register(module, BigDecimal.class, BigDecimal::toPlainString, text -> Optional.of(new BigDecimal(text)));
        LangTextForm.register(module);
        LongForm.register(module);
        module.setSerializerModifier(serializers);
        return module;
    }

    /// A record's component must be there unless it is an [Optional]; records have no other properties.
    private static final class RecordIntrospector extends JacksonAnnotationIntrospector {
        @Override
        public Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member instanceof AnnotatedParameter && member.getRawType() != Optional.class;
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = KindWriter.NAME)
    @JsonAppend(props = @JsonAppend.Prop(value = KindWriter.class, name = KindWriter.NAME))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Agent.Listed.class, name = "listed"),
        @JsonSubTypes.Type(value = Agent.Named.class, name = "named")
    })
    private interface AgentKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = KindWriter.NAME)
    @JsonAppend(props = @JsonAppend.Prop(value = KindWriter.class, name = KindWriter.NAME))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Content.Tables.class, name = "tables"),
        @JsonSubTypes.Type(value = Content.Tree.class, name = "tree"),
        @JsonSubTypes.Type(value = Content.Members.class, name = "members"),
        @JsonSubTypes.Type(value = Content.Encrypted.class, name = "encrypted"),
        @JsonSubTypes.Type(value = Content.Opaque.class, name = "opaque"),
        @JsonSubTypes.Type(value = Content.Malformed.class, name = "malformed"),
        @JsonSubTypes.Type(value = Content.Empty.class, name = "empty")
    })
    private interface ContentKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = KindWriter.NAME)
    @JsonAppend(props = @JsonAppend.Prop(value = KindWriter.class, name = KindWriter.NAME))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Extent.Whole.class, name = "whole"),
        @JsonSubTypes.Type(value = Extent.Partial.class, name = "partial")
    })
    private interface ExtentKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = KindWriter.NAME)
    @JsonAppend(props = @JsonAppend.Prop(value = KindWriter.class, name = KindWriter.NAME))
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Outcome.Passed.class, name = "passed"),
        @JsonSubTypes.Type(value = Outcome.Failed.class, name = "failed"),
        @JsonSubTypes.Type(value = Outcome.NotApplicable.class, name = "not-applicable"),
        @JsonSubTypes.Type(value = Outcome.NotMeasured.class, name = "not-measured")
    })
    private interface OutcomeKinds {}
}
