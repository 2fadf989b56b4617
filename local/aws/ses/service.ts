import { AwsError, notEmulated } from '../gateway/aws-error.ts';
import type { Call, Service } from '../gateway/call.ts';
import { type JsonObject, parseJson, restAnswer, restRefusal } from '../gateway/json-protocol.ts';
import { bad } from './check-mail.ts';
import { type SendParts, sendEmailWith } from './send.ts';
import type { SuppressionList } from './suppression.ts';

/** SES v2: sending and the account's suppression list. */
export function sesService(parts: SendParts): Service {
  const send = sendEmailWith(parts);
  return {
    async answer(call) {
      const path = decodeURIComponent(call.path);
      if (call.method === 'POST' && path === '/v2/email/outbound-emails') {
        return restAnswer(await send(parseJson(call.body), call));
      }
      const [, rest] = /^\/v2\/email\/suppression\/addresses(?:\/(.+))?$/.exec(path) ?? [];
      if (path.startsWith('/v2/email/suppression/addresses')) {
        return restAnswer(suppression(parts.suppressed, call, rest));
      }
      throw notEmulated('SES', `${call.method} ${path}`);
    },
    refuse: restRefusal,
  };
}

function suppression(list: SuppressionList, call: Call, address: string | undefined): JsonObject {
  if (call.method === 'PUT' && address === undefined) {
    call.caller.require('ses:PutSuppressedDestination', '*');
    const { EmailAddress, Reason } = parseJson(call.body);
    if (Reason !== 'BOUNCE' && Reason !== 'COMPLAINT')
      throw bad('Reason must be BOUNCE or COMPLAINT.');
    list.put(String(EmailAddress), Reason);
    return {};
  }
  if (call.method === 'GET' && address === undefined) {
    call.caller.require('ses:ListSuppressedDestinations', '*');
    const reasons = call.query.getAll('Reason');
    const found = list
      .all()
      .filter(({ Reason }) => reasons.length === 0 || reasons.includes(Reason));
    const size = Number(call.query.get('PageSize') ?? 100);
    const from = Number(call.query.get('NextToken') ?? 0);
    if (!Number.isInteger(size) || size < 1 || size > 1000)
      throw bad('PageSize must be 1 to 1000.');
    const isMore = found.length > from + size;
    return {
      SuppressedDestinationSummaries: found.slice(from, from + size),
      ...(isMore && { NextToken: String(from + size) }),
    };
  }
  if (call.method === 'GET' && address !== undefined) {
    call.caller.require('ses:GetSuppressedDestination', '*');
    const SuppressedDestination = list.get(address);
    if (!SuppressedDestination) throw missing(address);
    return { SuppressedDestination };
  }
  if (call.method === 'DELETE' && address !== undefined) {
    call.caller.require('ses:DeleteSuppressedDestination', '*');
    if (!list.remove(address)) throw missing(address);
    return {};
  }
  throw notEmulated('SES', `${call.method} on the suppression list`);
}

function missing(address: string): AwsError {
  const text = `Email address ${address} does not exist on your suppression list.`;
  return new AwsError('NotFoundException', text, { status: 404 });
}
