import type { OutsideAnswer } from '../provider.ts';

type GraphError = {
  readonly code: number;
  readonly message: string;
  readonly error_subcode?: number;
  readonly error_data?: { readonly messaging_product: 'whatsapp'; readonly details: string };
};

export const refused = (status: number, error: GraphError): OutsideAnswer => ({
  status,
  body: {
    error: {
      ...error,
      message: `(#${error.code}) ${error.message}`,
      type: 'OAuthException',
      fbtrace_id: 'A-local-trace',
    },
  },
});

export const unknownNode = (id: string): OutsideAnswer =>
  refused(400, {
    code: 100,
    error_subcode: 33,
    message: `Unsupported request. Object with ID '${id}' does not exist or cannot be loaded due to missing permissions`,
  });
