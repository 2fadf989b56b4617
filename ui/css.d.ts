/** Styles are bundled by esbuild; the import is for its effect. */
declare module '*.css';
