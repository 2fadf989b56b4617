import * as z from 'zod';
import { Agent } from './agent.ts';
import { ConnectionView } from './api/connections.ts';
import {
  AttachmentView,
  DeskView,
  EntryView,
  MessageView,
  NoteView,
  QueueView,
  Reach,
  TicketPage,
  UploadGrant,
} from './api/views.ts';
import { ClockInstance, ClockState } from './clock.ts';
import { Customer } from './customer.ts';
import { FormField, Localized, Topic } from './desk.ts';
import { Ticket, TicketSummary } from './ticket.ts';
import { TicketEvent } from './timeline.ts';

/** Schemas that the OpenAPI file names once and refers to; any other is written out where it is used. */
const named = {
  Agent,
  AttachmentView,
  ClockInstance,
  ClockState,
  ConnectionView,
  Customer,
  DeskView,
  EntryView,
  FormField,
  Localized,
  MessageView,
  NoteView,
  QueueView,
  Reach,
  Ticket,
  TicketEvent,
  TicketPage,
  TicketSummary,
  Topic,
  UploadGrant,
};

export const openApiNames = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) openApiNames.add(schema, { id });
