/** Look-alikes of the HubSpot components that the card uses, by HubSpot's name. */
import type { ComponentType } from 'react';
import { Divider, Flex, Icon, Text } from './look-alike-basics.tsx';
import { Accordion, Button, Link } from './look-alike-controls.tsx';
import { LineChart } from './look-alike-line-chart.tsx';
import { ProgressBar, ScoreCircle, StatusTag, Tag } from './look-alike-scores.tsx';
import { EmptyState, ErrorState, LoadingSpinner } from './look-alike-states.tsx';

// biome-ignore lint/suspicious/noExplicitAny: the renderer's own type; each look-alike has HubSpot's props for its name
export const LOOK_ALIKES: Readonly<Record<string, ComponentType<any>>> = {
  Accordion,
  Button,
  Divider,
  EmptyState,
  ErrorState,
  Flex,
  Icon,
  LineChart,
  Link,
  LoadingSpinner,
  ProgressBar,
  ScoreCircle,
  StatusTag,
  Tag,
  Text,
};
