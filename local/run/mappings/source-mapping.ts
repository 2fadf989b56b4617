import type { MappingModel } from '../../template/model.ts';

/** A running event source mapping; `model.enabled` and `model.batchSize` may change while it runs. */
export interface SourceMapping {
  readonly model: MappingModel;
  start(): void;
  /** Takes nothing new; running invocations go on. */
  stop(): Promise<void>;
  /** Resolves when nothing is running any more and all results are written. */
  drained(): Promise<void>;
}
