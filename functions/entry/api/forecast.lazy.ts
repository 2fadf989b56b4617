/** What only leads ask for, some times a day. */
export { forecastDesk, historyBefore, topicForecasts } from '../../desk/forecast/forecast.ts';
export { perDayOf, staffingOf } from '../../desk/forecast/staffing.ts';
export { lastYearDays, lastYearProposals } from '../../desk/peaks/last-year.ts';
export { surgeProposal } from '../../desk/peaks/surge.ts';
