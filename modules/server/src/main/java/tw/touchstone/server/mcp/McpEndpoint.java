package tw.touchstone.server.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.jackson3.DefaultJsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.harvest.CatalogueSettings;
import tw.touchstone.server.http.Problem;
import tw.touchstone.server.signin.SignedIn;

/// The protocol: the official SDK's server without sessions, over the servlet container that is there. Thread-safe.
///
/// A tool is run on the thread of its request, so that what bounds requests bounds it too, and answers with a record as
/// structured content beside the same in words and as JSON text.
@Component
class McpEndpoint {

    static final String PATH = "/mcp";

    /// A dataset's document is much smaller.
    static final int MOST_BYTES = 1 << 20;

    /// More than a model reads.
    private static final int MOST_CHARACTERS = 400_000;

    private static final String WHO = "who";
    private static final Logger LOG = System.getLogger(McpEndpoint.class.getName());
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JsonMapper json;
    private final HttpServletStatelessServerTransport transport;
    private final McpStatelessSyncServer server;

    McpEndpoint(JsonMapper usual, CatalogueSettings catalogue, List<CatalogueTool> tools) {
        this.json = MessageJson.of(usual);
        var mapper = new JacksonMcpJsonMapper(json);
        this.transport = HttpServletStatelessServerTransport.builder()
                .jsonMapper(mapper)
                .messageEndpoint(PATH)
                .maxRequestSize(MOST_BYTES)
                .contextExtractor(McpEndpoint::context)
                .build();
        this.server = McpServer.sync(new GuardedTransport(transport))
                .serverInfo(McpSchema.Implementation.builder("touchstone", "1")
                        .title(catalogue.title().best("en"))
                        .build())
                .instructions(instructions(catalogue))
                .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
                .jsonMapper(mapper)
                .jsonSchemaValidator(new DefaultJsonSchemaValidator(json))
                // Arguments are read by [Inputs], whose sentences say more.
                .validateToolInputs(false)
                .immediateExecution(true)
                .tools(tools.stream().map(this::specification).toList())
                .build();
    }

    private static String instructions(CatalogueSettings catalogue) {
        return """
                %s: open data of government agencies in Taiwan, judged by its bytes. Texts are language maps, mostly zh-Hant-TW. \
                Find datasets with search_datasets, look closer with get_dataset and get_scorecard, see columns with \
                profile_columns before asking query_rows. Every answer says licence, citation and the SHA-256 of the file it \
                speaks of: pass them on with whatever you use. Agency tools need a token in the header Authorization."""
                .formatted(catalogue.title().best("en"));
    }

    private static McpTransportContext context(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof SignedIn who
                ? McpTransportContext.create(Map.of(WHO, who))
                : McpTransportContext.EMPTY;
    }

    /// Answers one message.
    void answer(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        transport.service(request, response);
    }

    private SyncToolSpecification specification(CatalogueTool tool) {
        var described = McpSchema.Tool.builder(tool.name(), tool.inputs().schema())
                .title(tool.title())
                .description(tool.description())
                .outputSchema(Schemas.of(tool.output()))
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(tool.title())
                        .readOnlyHint(tool.readOnly())
                        .destructiveHint(!tool.readOnly())
                        .idempotentHint(tool.readOnly())
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(described)
                .callHandler((context, call) -> result(tool, context, call))
                .build();
    }

    private CallToolResult result(CatalogueTool tool, McpTransportContext context, CallToolRequest call) {
        try {
            var who = Optional.ofNullable(context.get(WHO)).map(SignedIn.class::cast);
            var answer = tool.call(tool.inputs().read(Optional.ofNullable(call.arguments()).orElse(Map.of())), who);
            var content = json.convertValue(answer.content(), OBJECT);
            var text = json.writeValueAsString(content);
            if (text.length() > MOST_CHARACTERS) {
                throw Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "the answer would have %,d characters, at most %,d are sent: ask for less"
                                .formatted(text.length(), MOST_CHARACTERS));
            }
            return CallToolResult.builder()
                    .addTextContent(answer.words())
                    .addTextContent(text)
                    .structuredContent(content)
                    .isError(false)
                    .build();
        } catch (Problem refused) {
            return refusal(refused);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "the tool " + tool.name() + " failed", fault);
            return CallToolResult.builder().addTextContent("the fault is ours; it is in the log").isError(true).build();
        }
    }

    /// The sentence, and the members of the problem as a program would read them from `/api/v1`. (RFC 9457)
    private CallToolResult refusal(Problem refused) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("status", refused.getStatusCode().value());
        var detail = String.valueOf(refused.getBody().getDetail());
        problem.put("detail", detail);
        Optional.ofNullable(refused.getBody().getProperties()).ifPresent(problem::putAll);
        return CallToolResult.builder()
                .addTextContent(detail)
                .addTextContent(json.writeValueAsString(problem))
                .isError(true)
                .build();
    }

    @PreDestroy
    void close() {
        server.close();
    }
}
