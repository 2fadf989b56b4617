import type { ChatUser } from '../../schemas/chat.ts';
import type { Language } from '../../schemas/primitives.ts';

/** What the page says in its script tag: `<script src="…/chat.js" data-connection="site-chat" async></script>`. */
export type Options = {
  /** Origin of the desk, where the script came from. */
  readonly base: string;
  readonly connection: string;
  readonly language: Language;
  readonly theme: 'light' | 'dark' | 'auto';
  readonly side: 'left' | 'right';
  /** Whom the page vouches for. */
  readonly user?: ChatUser;
};

type Attributes = Readonly<Record<string, string | undefined>>;

/**
 * Attributes of the script tag, else what the page and the browser say. Everything can be given without a script of the
 * page's own, which a strict content policy would not let run.
 */
export function optionsOf(
  { src, attributes }: { readonly src: string; readonly attributes: Attributes },
  languages: readonly (string | undefined)[],
): Options | undefined {
  const { connection, language, theme, side } = attributes;
  if (!connection) return undefined;
  const user = userOf(attributes);
  return {
    base: new URL(src).origin,
    connection,
    language: languageOf([language, ...languages]),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    side: side === 'left' ? 'left' : 'right',
    ...(user && { user }),
  };
}

function userOf({ userId, userHash, userEmail, userName }: Attributes): ChatUser | undefined {
  if (!userId || !userHash) return undefined;
  return {
    id: userId,
    hash: userHash,
    ...(userEmail && { email: userEmail }),
    ...(userName && { name: userName }),
  };
}

/** The first that says anything decides; whatever we do not speak is answered in English. */
const languageOf = (wanted: readonly (string | undefined)[]): Language =>
  /^ru\b/i.test(wanted.find((one) => one) ?? '') ? 'ru' : 'en';
