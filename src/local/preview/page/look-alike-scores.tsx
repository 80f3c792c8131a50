import type {
  ProgressBar as HubSpotProgressBar,
  ScoreCircle as HubSpotScoreCircle,
  StatusTag as HubSpotStatusTag,
  Tag as HubSpotTag,
} from '@hubspot/ui-extensions';
import type { ComponentProps } from 'react';
import { OverlayAnchor } from './look-alike-overlay.tsx';
import { CLICK, tell } from './tell-extension.ts';

const RADIUS = 26;
const AROUND = 2 * Math.PI * RADIUS;

/** HubSpot's colours are fixed: 0-32 red, 33-65 yellow, 66-100 green. */
const circleColour = (score: number) => (score <= 32 ? 'danger' : score <= 65 ? 'warning' : 'success');

export function ScoreCircle({ score }: ComponentProps<typeof HubSpotScoreCircle>) {
  return (
    <svg className={`circle circle-${circleColour(score)}`} width="64" height="64" viewBox="0 0 64 64">
      <title>{score}</title>
      <circle className="circle-track" cx="32" cy="32" r={RADIUS} />
      <circle
        className="circle-arc"
        cx="32"
        cy="32"
        r={RADIUS}
        strokeDasharray={`${(score / 100) * AROUND} ${AROUND}`}
        transform="rotate(-90 32 32)"
      />
      <text x="32" y="33" textAnchor="middle" dominantBaseline="middle">
        {score}
      </text>
    </svg>
  );
}

export function StatusTag({ variant = 'default', hollow = false, children }: ComponentProps<typeof HubSpotStatusTag>) {
  return (
    <span className="status-tag">
      <span className={`dot ${hollow ? 'dot-none' : `dot-${variant}`}`} />
      {children}
    </span>
  );
}

export function Tag({ variant = 'default', overlay, onClick, children }: ComponentProps<typeof HubSpotTag>) {
  const className = `tag tag-${variant}`;
  return (
    <OverlayAnchor overlay={overlay}>
      {(show, describedBy) =>
        onClick === undefined ? (
          // A tag that explains itself must be reached to be read.
          <span className={className} aria-describedby={describedBy} {...(describedBy && { tabIndex: 0 })}>
            {children}
          </span>
        ) : (
          <button
            type="button"
            className={className}
            aria-describedby={describedBy}
            onClick={() => {
              show();
              tell(onClick, CLICK);
            }}
          >
            {children}
          </button>
        )
      }
    </OverlayAnchor>
  );
}

export function ProgressBar(props: ComponentProps<typeof HubSpotProgressBar>) {
  const { title, value = 0, maxValue = 100, valueDescription, showPercentage, variant = 'success' } = props;
  const percent = Math.min(100, Math.max(0, (value / maxValue) * 100));
  return (
    <div className="bar">
      <div className="bar-words">
        <span>{title}</span>
        <span className="bar-value">
          {valueDescription}
          {showPercentage ? ` ${Math.round(percent)}%` : null}
        </span>
      </div>
      <div
        className="bar-track"
        role="progressbar"
        aria-label={props['aria-label'] ?? title}
        aria-valuenow={value}
        aria-valuemin={0}
        aria-valuemax={maxValue}
      >
        <div className={`bar-fill bar-${variant}`} style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
