import type { Downloading } from './download.ts';

/** How a channel that sends no names along is asked for them. */
export type Profile = {
  /** What its parser calls somebody whose name nobody told. */
  readonly nameless: string;
  /** The name of a person by the channel's id; undefined when they do not let themselves be looked at. Never throws for what the provider says. */
  readonly nameOf: (externalId: string, context: Downloading) => Promise<string | undefined>;
};
