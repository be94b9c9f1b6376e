@org.jspecify.annotations.NullMarked
package tw.touchstone.server.mcp;
