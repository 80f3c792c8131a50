import type {
  Alert as HubSpotAlert,
  DescriptionList as HubSpotDescriptionList,
  DescriptionListItem as HubSpotDescriptionListItem,
  Statistics as HubSpotStatistics,
  StatisticsItem as HubSpotStatisticsItem,
  StatisticsTrend as HubSpotStatisticsTrend,
  StepIndicator as HubSpotStepIndicator,
} from '@hubspot/ui-extensions';
import type { ComponentProps } from 'react';
import { tell } from './tell-extension.ts';

const ALERT_SIGNS = { info: 'i', tip: '✎', success: '✓', warning: '⚠', error: '✕', danger: '✕' };

export function Alert({ title, variant = 'info', children }: ComponentProps<typeof HubSpotAlert>) {
  return (
    <div className={`alert alert-${variant === 'error' ? 'danger' : variant}`} role="note">
      <span className="alert-sign" aria-hidden="true">
        {ALERT_SIGNS[variant]}
      </span>
      <div>
        <strong>{title}</strong>
        {children ? <div>{children}</div> : null}
      </div>
    </div>
  );
}

export function Statistics({ children }: ComponentProps<typeof HubSpotStatistics>) {
  return <div className="statistics">{children}</div>;
}

export function StatisticsItem({ label, number, children }: ComponentProps<typeof HubSpotStatisticsItem>) {
  return (
    <div className="statistic">
      <div className="statistic-label">{label}</div>
      <div className="statistic-number">{number}</div>
      {children}
    </div>
  );
}

export function StatisticsTrend({ value, direction, color }: ComponentProps<typeof HubSpotStatisticsTrend>) {
  const up = direction === 'increase';
  return (
    <div className={`statistic-trend statistic-${color ?? (up ? 'green' : 'red')}`}>
      <span role="img" aria-label={direction}>
        {up ? '▲' : '▼'}
      </span>{' '}
      {value}
    </div>
  );
}

export function DescriptionList({ direction = 'column', children }: ComponentProps<typeof HubSpotDescriptionList>) {
  return <dl className={`descriptions descriptions-${direction}`}>{children}</dl>;
}

export function DescriptionListItem({ label, children }: ComponentProps<typeof HubSpotDescriptionListItem>) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** HubSpot's begins with step 0. */
export function StepIndicator(props: ComponentProps<typeof HubSpotStepIndicator>) {
  const { stepNames, currentStep = 0, direction = 'horizontal', variant = 'default', onClick } = props;
  return (
    <ol className={`steps steps-${direction}`}>
      {stepNames.map((name, index) => {
        const isCurrent = index === currentStep;
        const words = variant === 'default' || isCurrent ? name : '';
        const mark = <span className="step-circle">{index < currentStep ? '✓' : index + 1}</span>;
        return (
          <li
            key={name}
            aria-current={isCurrent ? 'step' : undefined}
            className={index <= currentStep ? 'step-reached' : ''}
          >
            {onClick === undefined ? (
              <span className="step">
                {mark} {words}
              </span>
            ) : (
              <button type="button" className="step" aria-label={name} onClick={() => tell(onClick, index)}>
                {mark} {words}
              </button>
            )}
          </li>
        );
      })}
    </ol>
  );
}
