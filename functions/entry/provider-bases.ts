import * as z from 'zod';
import { Provider } from '../../schemas/primitives.ts';
import { jsonVariable } from '../observe/environment.ts';

/** `PROVIDER_BASES`: where each provider's API is, public or a stand-in; without slashes at their ends. */
export const providerBasesVariable = jsonVariable(
  z.record(
    Provider,
    z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
  ),
);
