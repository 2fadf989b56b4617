import type { ReceiptRuleModel } from '../../template/model.ts';

/**
 * Whether a receipt rule takes mail for this envelope recipient. `a@b.c` also takes `a+x@b.c`,
 * `b.c` takes the whole domain, `.b.c` its subdomains, and a rule without recipients everything.
 * Source: "Creating receipt rules", SES developer guide.
 */
export function takes(rule: ReceiptRuleModel, recipient: string): boolean {
  if (rule.recipients.length === 0) return true;
  const address = recipient.toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1);
  const withoutLabel = `${local.split('+')[0]}@${domain}`;
  return rule.recipients.some((wanted) => {
    const pattern = wanted.toLowerCase();
    if (pattern.startsWith('.')) return domain.endsWith(pattern);
    return pattern.includes('@')
      ? pattern === address || pattern === withoutLabel
      : pattern === domain;
  });
}
