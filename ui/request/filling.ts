import { useSignal } from '@preact/signals';
import { ApiProblem } from '../api/client.ts';
import { sentenceOf } from '../parts/sentence-of.ts';
import { grantsOf, hasFailed, startUpload, type Upload } from '../parts/upload.ts';
import { callPortal, type PortalTopic } from '../state/portal.ts';
import { language } from '../state/preferences.ts';
import { texts } from '../texts/texts.ts';
import type { Question } from './form-field.tsx';

/** Largest file of the public form, bytes, and how many. */
const maxFileBytes = 10 * 1024 * 1024;
const maxFiles = 5;

const looksLikeAddress = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

type Filling = {
  topic: PortalTopic;
  /** Every question on the page, in its order; ids of the topic's own are those of its form. */
  questions: readonly Question[];
  onSent: (email: string) => void;
};

/** A form being filled in. One `submissionId` per form: sending twice is one request. */
export const useFilling = ({ topic, questions, onSent }: Filling) => {
  const values = useSignal<Record<string, string>>({});
  const problems = useSignal<Record<string, string>>({});
  const failure = useSignal('');
  const isSending = useSignal(false);
  const uploads = useSignal<readonly Upload[]>([]);
  const submissionId = useSignal<string>(crypto.randomUUID());
  const valueOf = (id: string) => values.value[id] ?? '';

  const put = (id: string, value: string) => {
    values.value = { ...values.value, [id]: value };
    const { [id]: _, ...rest } = problems.value;
    problems.value = rest;
  };

  /** The first question that needs another look gets the focus. */
  const check = (): boolean => {
    const words = texts.value.request;
    const found: Record<string, string> = {};
    for (const { id, kind, required } of questions) {
      const value = valueOf(id).trim();
      if (required && !value) found[id] = words.required;
      else if (kind === 'email' && !looksLikeAddress(value)) found[id] = words.invalidEmail;
    }
    problems.value = found;
    const [first] = Object.keys(found);
    if (first) document.getElementById(`field-${first}`)?.focus();
    return first === undefined;
  };

  const send = async () => {
    failure.value = '';
    if (isSending.value || !check()) return;
    if (hasFailed(uploads.value)) {
      failure.value = texts.value.compose.filesFailed;
      return;
    }
    isSending.value = true;
    const email = valueOf('own-email').trim();
    const filled = topic.form.filter(({ id }) => valueOf(id).trim() !== '');
    try {
      await callPortal('createRequest', {
        body: {
          submissionId: submissionId.value,
          topic: topic.id,
          email,
          name: valueOf('own-name'),
          text: valueOf('own-text'),
          fields: Object.fromEntries(filled.map(({ id }) => [id, valueOf(id)])),
          attachments: grantsOf(uploads.value),
          language: language.value,
          website: valueOf('website'),
        },
      });
      onSent(email);
    } catch (error) {
      failure.value = whyNot(error);
    } finally {
      isSending.value = false;
    }
  };

  const attach = (files: readonly File[]) => {
    const added = files.slice(0, maxFiles - uploads.value.length).map((file) =>
      startUpload(file, {
        askGrant: (body) => callPortal('requestPortalUpload', { body }),
        maxBytes: maxFileBytes,
      }),
    );
    uploads.value = [...uploads.value, ...added];
  };
  return { valueOf, put, problems, failure, isSending, uploads, send, attach };
};

const whyNot = (error: unknown): string => {
  const isRefused =
    error instanceof ApiProblem && error.problem.status >= 400 && error.problem.status < 500;
  return isRefused ? sentenceOf(error) : texts.value.request.failed;
};
