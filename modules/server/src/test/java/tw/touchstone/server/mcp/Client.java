package tw.touchstone.server.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.InitializeResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tw.touchstone.server.RunningServer;

/// The SDK's own client at a running server. It checks every structured answer against the schema that the server listed.
final class Client implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final McpSyncClient client;
    private final InitializeResult greeting;

    private Client(McpSyncClient client) {
        this.client = client;
        this.greeting = client.initialize();
    }

    static Client of(RunningServer server) {
        return of(server, HttpRequest.newBuilder());
    }

    static Client of(RunningServer server, String token) {
        return of(server, HttpRequest.newBuilder().header("Authorization", "Bearer " + token));
    }

    private static Client of(RunningServer server, HttpRequest.Builder requests) {
        var transport = HttpClientStreamableHttpTransport.builder("http://localhost:" + server.port())
                .endpoint("/mcp")
                .requestBuilder(requests)
                .build();
        var client = new Client(McpClient.sync(transport)
                .requestTimeout(Duration.ofMinutes(1))
                .enableCallToolSchemaCaching(true)
                .build());
        // Only what is listed can be checked.
        client.tools();
        return client;
    }

    InitializeResult greeting() {
        return greeting;
    }

    List<Tool> tools() {
        return client.listTools().tools();
    }

    CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(CallToolRequest.builder(tool).arguments(arguments).build());
    }

    /// The structured content of an answer that succeeded.
    JsonNode answer(String tool, Map<String, Object> arguments) {
        var result = call(tool, arguments);
        assertThat(result.isError()).as(texts(result).toString()).isFalse();
        JsonNode structured = JSON.valueToTree(Objects.requireNonNull(result.structuredContent()));
        assertThat(texts(result)).as("a sentence, and the same as JSON").hasSize(2);
        assertThat(JSON.readTree(texts(result).getLast())).isEqualTo(structured);
        return structured;
    }

    /// The problem of an answer that refused; its sentence stands alone before it.
    JsonNode refusal(String tool, Map<String, Object> arguments) {
        var result = call(tool, arguments);
        assertThat(result.isError()).as(texts(result).toString()).isTrue();
        var problem = JSON.readTree(texts(result).getLast());
        assertThat(problem.path("detail").asString()).isEqualTo(texts(result).getFirst());
        return problem;
    }

    static List<String> texts(CallToolResult result) {
        return result.content().stream()
                .filter(TextContent.class::isInstance)
                .map(each -> ((TextContent) each).text())
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
