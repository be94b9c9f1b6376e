package tw.touchstone.server.mcp;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/// The transport with a handler that answers what it cannot do in JSON-RPC, where the library would answer 500.
///
/// @param inner what speaks HTTP
record GuardedTransport(McpStatelessServerTransport inner) implements McpStatelessServerTransport {

    private static final Set<String> NEEDING_PARAMS = Set.of("initialize", "tools/call");
    private static final Logger LOG = System.getLogger(GuardedTransport.class.getName());

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
        inner.setMcpHandler(new Guarded(handler));
    }

    @Override
    public Mono<Void> closeGracefully() {
        return inner.closeGracefully();
    }

    @Override
    public List<String> protocolVersions() {
        return inner.protocolVersions();
    }

    private record Guarded(McpStatelessServerHandler inner) implements McpStatelessServerHandler {

        @Override
        public Mono<JSONRPCResponse> handleRequest(McpTransportContext context, JSONRPCRequest request) {
            if (request.params() == null && NEEDING_PARAMS.contains(request.method())) {
                return Mono.just(JSONRPCResponse.error(request.id(), misfit(request)));
            }
            return Mono.defer(() -> inner.handleRequest(context, request))
                    .onErrorResume(fault -> Mono.just(JSONRPCResponse.error(request.id(), error(request, fault))));
        }

        @Override
        public Mono<Void> handleNotification(McpTransportContext context, JSONRPCNotification notification) {
            return Mono.defer(() -> inner.handleNotification(context, notification)).onErrorResume(fault -> Mono.empty());
        }

        private static JSONRPCError misfit(JSONRPCRequest request) {
            return new JSONRPCError(ErrorCodes.INVALID_PARAMS, "the params do not fit the method " + request.method());
        }

        private static JSONRPCError error(JSONRPCRequest request, Throwable fault) {
            if (fault instanceof McpError known && known.getJsonRpcError() != null) {
                return known.getJsonRpcError();
            }
            if (fault instanceof IllegalArgumentException || fault instanceof tools.jackson.core.JacksonException) {
                return misfit(request);
            }
            LOG.log(Level.ERROR, "the method " + request.method() + " failed", fault);
            return new JSONRPCError(ErrorCodes.INTERNAL_ERROR, "the fault is ours; it is in the log");
        }
    }
}
