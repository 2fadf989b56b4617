import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { runbookLink } from './runbook.ts';

export type DeskAlarmProps = {
  /** Told when the alarm begins and when it ends. */
  tell: ITopic;
  metric: IMetric;
  /** The alarm begins when the metric is greater than this. */
  above: number;
  /** A silent metric is no trouble unless this says that it is: `silence`. */
  alarmOn?: 'silence';
  /** So many periods in a row; 1 unless told. */
  periods?: number;
  /** One sentence: what is wrong for the people who use the desk. */
  says: string;
  /** Heading in docs/RUNBOOK.md that says what to do. */
  runbook: string;
};

/** An alarm whose description ends with the place that says what to do about it. */
export class DeskAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: DeskAlarmProps) {
    super(scope, id, {
      metric: props.metric,
      threshold: props.above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: props.periods ?? 1,
      // A function nobody called and a queue that sleeps report nothing; that is no trouble.
      treatMissingData:
        props.alarmOn === 'silence' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.says} Runbook: ${runbookLink(props.runbook)}`,
    });
    this.addAlarmAction(new SnsAction(props.tell));
    this.addOkAction(new SnsAction(props.tell));
  }
}
