import type { Attachment } from '../../../../schemas/attachment.ts';
import type { Message } from '../../../../schemas/timeline.ts';

/** One call of the Send API: text or one attachment, never both. */
export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'file';
      readonly type: 'image' | 'audio' | 'video' | 'file';
      readonly file: Attachment;
    };

/** What a channel shows as which type of attachment, up to so many bytes. */
export type FileRule = {
  readonly type: 'image' | 'audio' | 'video' | 'file';
  readonly of: RegExp;
  readonly bytesMax: number;
};

/** `left`: names of files that the channel does not take. */
export type Parts = { readonly parts: readonly Part[]; readonly left: readonly string[] };

export function partsOf(
  { text, attachments }: Pick<Message, 'text' | 'attachments'>,
  split: (text: string) => readonly string[],
  rules: readonly FileRule[],
): Parts {
  const files = attachments.map((file) => ({
    file,
    rule: rules.find(({ of, bytesMax }) => of.test(file.type) && file.size <= bytesMax),
  }));
  return {
    parts: [
      ...split(text).map((part): Part => ({ kind: 'text', text: part })),
      ...files.flatMap(({ file, rule }): readonly Part[] =>
        rule ? [{ kind: 'file', type: rule.type, file }] : [],
      ),
    ],
    left: files.flatMap(({ file, rule }) => (rule ? [] : file.name)),
  };
}
