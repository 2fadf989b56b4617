import type { ClassifierReport } from '../../../schemas/classifier.ts';
import { topicNames } from '../../state/desk.ts';
import { language } from '../../state/preferences.ts';
import { byWeight, percentOf } from './shares.ts';
import { words } from './words.ts';

const numberText = (value: number) => new Intl.NumberFormat(language.value).format(value);
const momentText = (moment: string) =>
  new Intl.DateTimeFormat(language.value, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(moment),
  );

type Props = { report: ClassifierReport };

/** How right the model of one language is on tickets it had not seen. */
export const Report = ({ report }: Props) => {
  const { value } = words;
  const { trainedAt, trainedOn, heldOut, accuracy, baseline } = report;
  const name = value.languages[report.language] ?? report.language;
  return (
    <section class="suggestion-card" aria-label={name}>
      <h2>{name}</h2>
      <p class="hint">{value.trained(momentText(trainedAt), numberText(trainedOn))}</p>
      <div class="suggestion-bars">
        <Bar label={value.accuracy} share={accuracy} isOurs />
        <Bar label={value.always} share={baseline} />
      </div>
      <p>
        {value.right(percentOf(accuracy), numberText(heldOut))}{' '}
        {accuracy <= baseline ? (
          <span class="problem">{value.noBetter}</span>
        ) : (
          value.baseline(percentOf(baseline))
        )}
      </p>
      <Topics report={report} />
      <Thresholds report={report} />
    </section>
  );
};

const Bar = ({ label, share, isOurs }: { label: string; share: number; isOurs?: boolean }) => (
  <div class={isOurs ? 'suggestion-bar ours' : 'suggestion-bar'}>
    <span>{label}</span>
    <b>{words.value.percent(percentOf(share))}</b>
    <span class="suggestion-track" aria-hidden="true">
      <span style={{ width: `${percentOf(share)}%` }} />
    </span>
  </div>
);

const Topics = ({ report: { topics } }: Props) => {
  const { value } = words;
  const { columns } = value;
  return (
    <details open={topics.length <= 12}>
      <summary>{value.perTopic}</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{columns.topic}</th>
            <th scope="col">{columns.heldOut}</th>
            <th scope="col">{columns.precision}</th>
            <th scope="col">{columns.recall}</th>
          </tr>
        </thead>
        <tbody>
          {byWeight(topics).map(({ topic, heldOut, precision, recall }) => (
            <tr key={topic}>
              <th scope="row">{topicNames.value.get(topic) ?? topic}</th>
              <td>{numberText(heldOut)}</td>
              <td>{value.percent(percentOf(precision))}</td>
              <td>{value.percent(percentOf(recall))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

const Thresholds = ({ report: { thresholds } }: Props) => {
  const { value } = words;
  const { sureColumns } = value;
  if (thresholds.length === 0) return null;
  return (
    <details>
      <summary>{value.sure}</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{sureColumns.threshold}</th>
            <th scope="col">{sureColumns.decided}</th>
            <th scope="col">{sureColumns.accuracy}</th>
          </tr>
        </thead>
        <tbody>
          {thresholds.map(({ threshold, decided, accuracy }) => (
            <tr key={threshold}>
              <th scope="row">{value.percent(percentOf(threshold))}</th>
              <td>{value.percent(percentOf(decided))}</td>
              <td>{decided > 0 ? value.percent(percentOf(accuracy)) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
