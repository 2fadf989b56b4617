import { answerGraph, answerInstagramGraph } from './graph.ts';
import { answerOk } from './ok.ts';
import type { ProviderStandIn } from './provider.ts';
import { answerSlack } from './slack.ts';
import { answerTelegram } from './telegram.ts';
import { answerTwilio } from './twilio.ts';
import { answerViber } from './viber.ts';
import { answerVk, answerVkUpload } from './vk.ts';

/** Who answers in a provider's place, by host; every other host accepts with 204, as a webhook does. */
export const providers: Readonly<Record<string, ProviderStandIn>> = {
  'api.telegram.org': answerTelegram,
  'api.twilio.com': answerTwilio,
  'chatapi.viber.com': answerViber,
  'api.vk.com': answerVk,
  'pu.vk.com': answerVkUpload,
  'api.ok.ru': answerOk,
  'graph.facebook.com': answerGraph,
  'graph.instagram.com': answerInstagramGraph,
  'hooks.slack.com': answerSlack,
};
