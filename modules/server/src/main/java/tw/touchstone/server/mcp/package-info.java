/// The catalogue for language models: tools over the Model Context Protocol at `/mcp`. Start with [McpEndpoint]; each tool
/// is a [CatalogueTool]. (docs/mcp.md, ADR 60)
@NullMarked
package tw.touchstone.server.mcp;

import org.jspecify.annotations.NullMarked;
