/** Made while building by `build.ts` from `schemas/api`. */
declare module 'endpoint-table' {
  const table: Record<string, [method: string, path: string]>;
  export default table;
}
