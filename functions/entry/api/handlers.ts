import type { staffEndpoints } from '../../../schemas/api/index.ts';
import type { Handlers } from '../../http/types.ts';
import type { ApiDeps } from './api-deps.ts';
import { getClassifier } from './classifier/get-classifier.ts';
import { trainClassifier } from './classifier/train-classifier.ts';
import { checkConnection, testConnection } from './connections/ask-connection.ts';
import { listConnections } from './connections/list-connections.ts';
import { getCustomer, listCustomerTickets } from './customers/get-customer.ts';
import { mergeCustomers, partCustomers } from './customers/merge-customers.ts';
import { updateCustomer } from './customers/update-customer.ts';
import { getDesk } from './desk/get-desk.ts';
import { getMe, updateMe } from './desk/get-me.ts';
import { listQueues, pauseQueue } from './desk/list-queues.ts';
import { openPush } from './desk/open-push.ts';
import { requestUpload } from './desk/request-upload.ts';
import { enterLetter } from './letters/enter-letter.ts';
import { findLetter } from './letters/find-letter.ts';
import { getLetterFile } from './letters/get-letter-file.ts';
import { moveLetter } from './letters/move-letter.ts';
import { blockSender, listBlockedSenders, unblockSender } from './mail/blocked-senders.ts';
import { getRemoteImage } from './mail/get-remote-image.ts';
import { listQuarantine } from './mail/list-quarantine.ts';
import { listSuppressed, suppressAddress, unsuppressAddress } from './mail/suppressed.ts';
import { declarePeak } from './peaks/declare-peak.ts';
import { endPeak } from './peaks/end-peak.ts';
import { getForecast } from './peaks/get-forecast.ts';
import { listPeaks } from './peaks/list-peaks.ts';
import { dismissProposal, suggestPeaks } from './peaks/proposals.ts';
import { savePeaks } from './peaks/save-peaks.ts';
import { addAgent } from './people/add-agent.ts';
import { listAgents } from './people/list-agents.ts';
import { updateAgent } from './people/update-agent.ts';
import { listPresence } from './presence/list-presence.ts';
import { setMyPresence, setPresence } from './presence/set-presence.ts';
import { applyPromises } from './promises/apply-promises.ts';
import { previewPromise } from './promises/preview-promise.ts';
import { runRouting } from './routing/run-routing.ts';
import { tryRouting } from './routing/try-routing.ts';
import { exportAudit } from './settings/export-audit.ts';
import { getSettings } from './settings/get-settings.ts';
import { importHolidays } from './settings/import-holidays.ts';
import { listAudit } from './settings/list-audit.ts';
import { saveCalendars, saveLines, savePromises, saveTopics } from './settings/save-lists.ts';
import { saveAlerts, saveClassifier, saveRoles, saveTiers } from './settings/save-more-lists.ts';
import { saveRouting } from './settings/save-routing.ts';
import { addNote } from './tickets/add-note.ts';
import { announceTyping } from './tickets/announce-typing.ts';
import { assignTicket } from './tickets/assign-ticket.ts';
import { browseTickets } from './tickets/browse-tickets.ts';
import { changeStatus, snoozeTicket } from './tickets/change-status.ts';
import { claimTicket } from './tickets/claim-ticket.ts';
import { editMessage } from './tickets/edit-message.ts';
import { escalateTicket } from './tickets/escalate-ticket.ts';
import { getAttachment, getRawMessage } from './tickets/get-file.ts';
import { getMessageBody } from './tickets/get-message-body.ts';
import { getTicket } from './tickets/get-ticket.ts';
import { listChanges } from './tickets/list-changes.ts';
import { listMyTickets, listTickets } from './tickets/list-tickets.ts';
import { changePriority, moveTicket } from './tickets/move-ticket.ts';
import { replyToTicket } from './tickets/reply-to-ticket.ts';
import { resendMessage } from './tickets/resend-message.ts';
import { returnTicket } from './tickets/return-ticket.ts';
import { takeNextTicket } from './tickets/take-next-ticket.ts';
import type { Caller } from './types.ts';

/** Everything staff can do, one line each. */
export const makeHandlers = (deps: ApiDeps): Handlers<typeof staffEndpoints, Caller> => ({
  getMe: getMe(deps),
  updateMe: updateMe(deps),
  getDesk: getDesk(deps),
  listQueues: listQueues(deps),
  pauseQueue: pauseQueue(deps),

  listTickets: listTickets(deps),
  browseTickets: browseTickets(deps),
  listMyTickets: listMyTickets(deps),
  takeNextTicket: takeNextTicket(deps),
  getTicket: getTicket(deps),
  claimTicket: claimTicket(deps),
  assignTicket: assignTicket(deps),
  replyToTicket: replyToTicket(deps),
  addNote: addNote(deps),
  changeStatus: changeStatus(deps),
  snoozeTicket: snoozeTicket(deps),
  moveTicket: moveTicket(deps),
  changePriority: changePriority(deps),
  listChanges: listChanges(deps),

  resendMessage: resendMessage(deps),
  editMessage: editMessage(deps),
  getMessageBody: getMessageBody(deps),
  getRawMessage: getRawMessage(deps),
  getAttachment: getAttachment(deps),
  requestUpload: requestUpload(deps),
  enterLetter: enterLetter(deps),
  findLetter: findLetter(deps),
  moveLetter: moveLetter(deps),
  getLetterFile: getLetterFile(deps),
  openPush: openPush(deps),
  announceTyping: announceTyping(deps),

  getCustomer: getCustomer(deps),
  listCustomerTickets: listCustomerTickets(deps),
  mergeCustomers: mergeCustomers(deps),
  partCustomers: partCustomers(deps),

  getRemoteImage: getRemoteImage(deps),
  listQuarantine: listQuarantine(deps),
  listBlockedSenders: listBlockedSenders(deps),
  blockSender: blockSender(deps),
  unblockSender: unblockSender(deps),
  listSuppressed: listSuppressed(deps),
  suppressAddress: suppressAddress(deps),
  unsuppressAddress: unsuppressAddress(deps),

  previewPromise: previewPromise(deps),

  tryRouting: tryRouting(deps),
  runRouting: runRouting(deps),

  getSettings: getSettings(deps),
  saveTopics: saveTopics(deps),
  saveLines: saveLines(deps),
  saveCalendars: saveCalendars(deps),
  savePromises: savePromises(deps),
  saveRouting: saveRouting(deps),
  importHolidays: importHolidays(deps),
  listAudit: listAudit(deps),

  listConnections: listConnections(deps),
  checkConnection: checkConnection(deps),
  testConnection: testConnection(deps),

  saveTiers: saveTiers(deps),
  saveAlerts: saveAlerts(deps),
  saveRoles: saveRoles(deps),
  saveClassifier: saveClassifier(deps),
  exportAudit: exportAudit(deps),

  listPresence: listPresence(deps),
  setMyPresence: setMyPresence(deps),
  setPresence: setPresence(deps),
  escalateTicket: escalateTicket(deps),
  returnTicket: returnTicket(deps),
  updateCustomer: updateCustomer(deps),
  applyPromises: applyPromises(deps),

  listPeaks: listPeaks(deps),
  savePeaks: savePeaks(deps),
  declarePeak: declarePeak(deps),
  endPeak: endPeak(deps),
  suggestPeaks: suggestPeaks(deps),
  dismissProposal: dismissProposal(deps),
  getForecast: getForecast(deps),
  getClassifier: getClassifier(deps),
  trainClassifier: trainClassifier(deps),

  listAgents: listAgents(deps),
  addAgent: addAgent(deps),
  updateAgent: updateAgent(deps),
});
