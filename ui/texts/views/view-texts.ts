type Words<K extends string> = Record<K, string>;

/** Words of the list of all tickets and of what narrows it. */
export type ViewTexts = Words<
  | 'title'
  | 'filters'
  | 'source'
  | 'anySource'
  | 'purpose'
  | 'anyPurpose'
  | 'person'
  | 'anyone'
  | 'nobody'
  | 'tier'
  | 'anyTier'
  | 'language'
  | 'anyLanguage'
  | 'clear'
  | 'empty'
  | 'channels'
  | 'connections'
>;
