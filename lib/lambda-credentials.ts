import type { Plugin } from 'esbuild';

/** Name of the module that every SDK client asks for credentials when it is given none. */
const everyProvider = /^@aws-sdk\/credential-provider-node$/;

/**
 * Lambda gives a function its role's credentials in variables. The SDK's default chain also carries single
 * sign-on, profiles, containers and machines: 90 KiB that would be loaded at each cold start and never used.
 */
export const lambdaCredentials: Plugin = {
  name: 'lambda-credentials',
  setup(esbuild) {
    esbuild.onResolve({ filter: everyProvider }, ({ path, resolveDir }) => ({
      path,
      namespace: 'lambda-credentials',
      pluginData: resolveDir,
    }));
    esbuild.onLoad({ filter: /.*/, namespace: 'lambda-credentials' }, ({ pluginData }) => ({
      contents: "export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';",
      resolveDir: pluginData,
    }));
  },
};
