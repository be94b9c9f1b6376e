package tw.touchstone.server.mcp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How messages are written.
final class MessageJson {

    private MessageJson() {}

    /// What the rest of the server writes, with empty optionals left out and errors in the form of JSON-RPC.
    static JsonMapper of(JsonMapper usual) {
        return usual.rebuild()
                .changeDefaultPropertyInclusion(each -> each.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .addModule(new SimpleModule("errors of messages").addSerializer(McpError.class, new Errors()))
                .build();
    }

    /// An error that belongs to no request: the library would write the exception with its stack. (JSON-RPC 2.0, section 5)
    private static final class Errors extends StdSerializer<McpError> {
        Errors() {
            super(McpError.class);
        }

        @Override
        public void serialize(McpError value, JsonGenerator json, SerializationContext context) {
            var error = Optional.ofNullable(value.getJsonRpcError());
            json.writeStartObject();
            json.writeStringProperty("jsonrpc", "2.0");
            json.writeNullProperty("id");
            json.writePOJOProperty(
                    "error",
                    Map.of(
                            "code",
                            error.map(each -> each.code()).orElse(ErrorCodes.INVALID_REQUEST),
                            "message",
                            error.map(each -> each.message()).orElse("the message cannot be read")));
            json.writeEndObject();
        }
    }
}
