type Fault = { readonly code: number; readonly message: string; readonly status?: number };

const E164 = /^\+[1-9]\d{4,14}$/;
const MEDIA_MOST = 10;
const TEXT_MOST = 1_600;

/** Numbers that end in a code are refused with it: `+4915700021610` sent STOP. */
const byNumber: Readonly<Record<string, string>> = {
  21610: 'Attempt to send to unsubscribed recipient',
  21614: "'To' number is not a valid mobile number",
  21612: 'The message cannot be sent with the current combination of To and From',
  21408: 'Permission to send an SMS has not been enabled for the region',
  30034: 'Message from an unregistered number',
};

/** What the API refuses a message for, or undefined. */
export function messageFault(form: URLSearchParams): Fault | undefined {
  const to = form.get('To') ?? '';
  if (to === '') return { code: 21604, message: "A 'To' phone number is required." };
  if (!E164.test(to)) return { code: 21211, message: `Invalid 'To' Phone Number: ${to}` };
  return fromFault(form) ?? contentFault(form) ?? numberFault(to);
}

function fromFault(form: URLSearchParams): Fault | undefined {
  const [from, service] = [form.get('From'), form.get('MessagingServiceSid')];
  if (!from && !service)
    return { code: 21603, message: "A 'From' or 'MessagingServiceSid' parameter is required" };
  if (from && !E164.test(from) && !/^[A-Za-z0-9 ]{1,11}$/.test(from))
    return { code: 21212, message: `Invalid From Number: ${from}` };
  if (service && !/^MG[0-9a-f]{32}$/.test(service))
    return { code: 21701, message: 'The Messaging Service does not exist' };
  return undefined;
}

function contentFault(form: URLSearchParams): Fault | undefined {
  const media = form.getAll('MediaUrl');
  const text = form.get('Body') ?? '';
  if (text === '' && media.length === 0)
    return { code: 21602, message: 'Message body is required.' };
  if (text.length > TEXT_MOST)
    return {
      code: 21617,
      message: 'The concatenated message body exceeds the 1600 character limit',
    };
  if (media.length > MEDIA_MOST)
    return { code: 21623, message: 'Number of media files exceeds allowed limit' };
  if (!media.every((url) => URL.canParse(url)))
    return { code: 21620, message: 'Invalid media URL(s)' };
  const callback = form.get('StatusCallback');
  if (callback !== null && !URL.canParse(callback))
    return { code: 21609, message: "Invalid 'StatusCallback' URL" };
  return undefined;
}

function numberFault(to: string): Fault | undefined {
  if (to.endsWith('20429')) return { code: 20429, message: 'Too Many Requests', status: 429 };
  const code = Object.keys(byNumber).find((ending) => to.endsWith(ending));
  return code ? { code: Number(code), message: byNumber[code] ?? '' } : undefined;
}
