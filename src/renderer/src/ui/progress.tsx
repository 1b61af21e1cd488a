import { Label, ProgressBar } from 'react-aria-components';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0: nobody knows yet. */
  readonly total: number;
  readonly detail?: string;
}

export function Progress({ label, done, total, detail }: ProgressProps) {
  return (
    <ProgressBar
      className="progress"
      value={done}
      maxValue={Math.max(1, total)}
      isIndeterminate={total === 0}
    >
      {({ percentage }) => (
        <>
          <span className="progress-head">
            <Label>{label}</Label>
            <span className="progress-detail">{detail}</span>
          </span>
          <span className="progress-track">
            <span
              className={total === 0 ? 'progress-fill progress-unknown' : 'progress-fill'}
              style={{ width: `${total === 0 ? 30 : (percentage ?? 0)}%` }}
            />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
