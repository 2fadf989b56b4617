/** Made while building from `docs/channels`: channels that a guide was written for. */
declare module 'guide-list' {
  const guides: readonly string[];
  export default guides;
}
/** Made while building by `build.ts` from `schemas/api`. */
declare module 'endpoint-table' {
  const table: Record<string, [method: string, path: string]>;
  export default table;
}
