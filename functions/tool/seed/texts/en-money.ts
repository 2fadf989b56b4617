import type { TopicTexts } from './types.ts';

/** Questions about money, in English. */
export const enMoney: Readonly<
  Record<'missing-cashback' | 'confirmation' | 'payouts', TopicTexts>
> = {
  'missing-cashback': {
    subjects: [
      'Missing cash-back for order {order}',
      'Cash-back not credited, {shop}',
      'No cashback from {shop} again',
      'Order {order} was not tracked',
      'Where is my cash-back for {date}?',
    ],
    opens: [
      'I bought something at {shop} on {date} (order {order}, {amount}), and the cash-back was not credited. I went through your site as always.',
      'it has been four days since I ordered at {shop}. Order number {order}, {amount}. There is nothing in my history, so I suppose my cash-back is missing.',
      'I activated cash-back for {shop}, got the green sign from your extension and paid {amount}. Still, order {order} does not show up at all and no cashback was counted.',
      'my order {order} at {shop} for {amount} was not credited. My sister ordered on the same day and hers appeared within an hour.',
      'on {date} I placed two orders at {shop}. One was tracked, the other one ({order}, {amount}) was not credited.',
    ],
    details: [
      'I ordered on my computer and did not close the page in between.',
      'I had no other extensions running, only yours.',
      'I attach the confirmation that the shop sent me.',
      'I paid with a gift card for a part of it, if that matters.',
      'The basket was filled the evening before; I only paid that day.',
      'This is the second time within a month, which is a pity because I like your service.',
    ],
    asks: [
      'thank you for the details. Could you please send us a screenshot of the order in your account at {shop}, with date and amount? We need it to open a claim with the shop.',
      'to find your order we need to know on which device you activated the cash-back and on which one you paid. Was it the same browser?',
      'could you check whether an ad blocker or a coupon extension was active in that browser? They often replace our link with theirs. Please tell us which ones you use.',
      'were there already things in the basket before you went to {shop} through us? Please answer with the order’s confirmation mail, then we will ask the shop.',
    ],
    returns: [
      'here is the screenshot. It was the same computer and the same browser ({browser}).',
      'I activated it in {browser} on my computer, but now I remember that I paid in the app on my phone. Is it lost now?',
      'I do have a coupon extension, yes. I did not know that it matters. I turned it off now.',
      'no, the basket was empty before. I forward you the mail from {shop}, the amount was {amount}.',
      'sorry for the late answer, I was travelling. The order is {order}, the confirmation came at 21:14.',
    ],
    finals: [
      'we opened a claim with {shop} for order {order}. Shops usually need up to 30 days to answer; we will write to you as soon as they do, you need not do anything.',
      'we found the click and the order: it was paid in the app, which does not pass our mark on. As a gesture of goodwill we credited half of the cash-back ourselves. You will see it in your history within an hour.',
      'good news: {shop} has confirmed order {order}, and the cash-back is in your history now. It was held up because the order was split into two parcels.',
      'I am sorry, but the shop declined it: orders that are paid with gift cards earn no cash-back there. It is in the terms of {shop}, though I admit that it is easy to miss.',
      'the click was overwritten by a coupon extension one minute before you paid, so the shop counted the order for them. We cannot claim it, but if you switch that extension off for the next order, everything will be tracked.',
    ],
    notes: [
      'Click at 20:58, order at 21:14, another affiliate mark in between. Classic coupon extension.',
      'Shop feed for that day is late, third ticket today. Ask the partner team before we decline anything.',
      'Customer since 2019, 214 orders, two claims. Worth a goodwill credit if the shop declines.',
    ],
  },
  confirmation: {
    subjects: [
      'When will order {order} be confirmed?',
      'Cash-back pending for two months',
      'Confirmation of {shop}',
      'Still pending: {order}',
    ],
    opens: [
      'my cash-back from {shop} of {date} is still pending. When will it be confirmed?',
      'order {order} ({amount}) has been shown as pending for 63 days, although your site says 45. I received the goods long ago.',
      'could you tell me when {shop} will confirm my purchase? The return period is over.',
      'yesterday the status of order {order} went from confirmed back to pending. Is that a mistake?',
    ],
    details: [
      'I would like to withdraw it before the holidays.',
      'I did not return anything from this order.',
      'All my other orders from that week were confirmed.',
      'The amount shown is also smaller than what I expected from {amount}.',
    ],
    asks: [
      'did you keep everything from order {order}, or did you send a part of it back? A partial return starts the waiting time again.',
      'is {order} the number from the shop’s mail or from our history? I find no pending purchase of that amount under it.',
    ],
    returns: [
      'I kept everything, nothing was returned.',
      'I returned one pair of socks, that was all. Does it really take so long because of that?',
      'it is the number from the mail of the shop. In your history it is the purchase of {date}.',
    ],
    finals: [
      '{shop} checks purchases once a month, always around the 20th. Yours missed the last check by two days, so it will be confirmed with the next one.',
      'travel and electronics are confirmed only after the return period and the shop’s own accounting, which takes up to 90 days for {shop}. I set a reminder and will ask them if nothing happens by then.',
      'we asked the shop and they confirmed your purchase this morning. The money can be withdrawn now.',
      'the status changed because the shop corrected its report. We wrote to them, and the purchase is confirmed again.',
    ],
    notes: [
      'Shop confirms in bulk on the 20th. Do not promise an earlier date.',
      'Report line 4411 was corrected twice. Partner team knows.',
    ],
  },
  payouts: {
    subjects: [
      'Payout of {amount} has not arrived',
      'Which payout methods do you have?',
      'Withdrawal is stuck',
      'Commission for payouts',
    ],
    opens: [
      'I requested a payout of {amount} to my {method} on {date}, and it has still not arrived.',
      'how can I withdraw my money to a {method}, and what commission do you take?',
      'my withdrawal of {amount} was rejected twice without a reason. I checked the details three times.',
      'it says "paid out" in my account since {date}, but my bank does not see anything.',
      'I entered an old card for my payout by mistake. Can you stop it? The amount is {amount}.',
    ],
    details: [
      'The name on the account is mine.',
      'My bank says that nothing is on its way.',
      'Last time it took less than an hour.',
      'I attach the statement of my account.',
    ],
    asks: [
      'to trace the payment we need the last four digits of the {method} and the time of the request. Please do not send us the whole number.',
      'could you ask your bank whether they returned a payment of {amount} on {date} or the day after? Some banks refuse payments from abroad without a notice.',
    ],
    returns: [
      'the last four digits are 4417, requested at about 19:40.',
      'I called the bank, they see no payment at all, not even a returned one.',
      'the digits are 0932. By the way, I got a new card in spring, maybe that is the reason?',
    ],
    finals: [
      'the payment came back from your bank because the card has expired. The {amount} are on your balance again; please enter the new card and ask for the payout once more. There is no second commission.',
      'payouts to a {method} take up to three working days, and there was a bank holiday in between. The money will be there by tomorrow evening.',
      'we found it: the transfer was held by our payment provider for a routine check. It is released now and should arrive today.',
      'we take no commission for cards and phones; wallets charge 1.5 % themselves. The smallest payout is 5 €.',
      'I stopped the payout in time. You can now change the card in Settings → Payouts and request it again.',
    ],
    notes: [
      'Provider reference PX-88213, status "held for review". Released by Ines at 14:20.',
      'Card expired 09/26. Balance restored.',
      'Third request with a foreign card in a week; looks fine, name matches.',
    ],
  },
};
