/**
 * What the operations with a budget take, in write units, as `budgets.test.ts` counts them; the page on access patterns
 * shows the same list.
 */
export const writeCosts = {
  first: { operation: 'a first message that opens a ticket, new customer', units: 10, most: 16 },
  further: { operation: 'a further message, ticket open and held', units: 9, most: 10 },
  /**
   * One over architecture.md's ten: key, message and ticket are twice one unit, and this message alone rewrites every
   * index there is: out of one list into another (2), the agent's, the customer's, and the clock it starts. Dropping
   * one of them would cost readers more than this.
   */
  reopening: {
    operation: 'a further message that takes a held ticket from waiting and starts its clock',
    units: 11,
    most: 11,
  },
  reply: { operation: 'a reply: saved, claimed, alias, sent', units: 12, most: 12 },
  receipt: { operation: 'the provider’s receipt for it, if one comes', units: 1, most: 1 },
  claim: { operation: 'a claim with a lease', units: 5, most: 6 },
} as const;

export type WriteCost = (typeof writeCosts)[keyof typeof writeCosts];
