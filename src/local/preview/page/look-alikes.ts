/** Look-alikes of the HubSpot components that the app's cards and pages may use, by HubSpot's name. */
import type { ComponentType } from 'react';
import { BarChart } from './look-alike-bar-chart.tsx';
import { Divider, Heading, Icon, Illustration, Image, List, Text } from './look-alike-basics.tsx';
import { Checkbox, MultiSelect, RadioButton, Select, Toggle, ToggleGroup } from './look-alike-choices.tsx';
import { Accordion, Button, ButtonRow, Link, LoadingButton } from './look-alike-controls.tsx';
import { Dropdown, DropdownButtonItem } from './look-alike-dropdown.tsx';
import {
  Alert,
  DescriptionList,
  DescriptionListItem,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StepIndicator,
} from './look-alike-figures.tsx';
import { Form } from './look-alike-form.tsx';
import { CurrencyInput, Input, NumberInput, SearchInput, StepperInput, TextArea } from './look-alike-inputs.tsx';
import { AutoGrid, Box, Flex, Inline, Spacer, Tile } from './look-alike-layout.tsx';
import { LineChart } from './look-alike-line-chart.tsx';
import { DateInput, TimeInput } from './look-alike-moments.tsx';
import {
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  Tooltip,
} from './look-alike-overlay.tsx';
import { ProgressBar, ScoreCircle, StatusTag, Tag } from './look-alike-scores.tsx';
import { EmptyState, ErrorState, LoadingSpinner } from './look-alike-states.tsx';
import { Table, TableBody, TableCell, TableFooter, TableHead, TableHeader, TableRow } from './look-alike-table.tsx';
import { Tab, Tabs } from './look-alike-tabs.tsx';

// biome-ignore lint/suspicious/noExplicitAny: the renderer's own type; each look-alike has HubSpot's props for its name
export const LOOK_ALIKES: Readonly<Record<string, ComponentType<any>>> = {
  Accordion,
  Alert,
  AutoGrid,
  BarChart,
  Box,
  Button,
  ButtonRow,
  Checkbox,
  CurrencyInput,
  DateInput,
  DescriptionList,
  DescriptionListItem,
  Divider,
  Dropdown,
  DropdownButtonItem,
  EmptyState,
  ErrorState,
  Flex,
  Form,
  Heading,
  Icon,
  Illustration,
  Image,
  Inline,
  Input,
  LineChart,
  Link,
  List,
  LoadingButton,
  LoadingSpinner,
  Modal,
  ModalBody,
  ModalFooter,
  MultiSelect,
  NumberInput,
  Panel,
  PanelBody,
  PanelFooter,
  PanelSection,
  ProgressBar,
  RadioButton,
  ScoreCircle,
  SearchInput,
  Select,
  Spacer,
  Statistics,
  StatisticsItem,
  StatisticsTrend,
  StatusTag,
  StepIndicator,
  StepperInput,
  Tab,
  Table,
  TableBody,
  TableCell,
  TableFooter,
  TableHead,
  TableHeader,
  TableRow,
  Tabs,
  Tag,
  Text,
  TextArea,
  Tile,
  TimeInput,
  Toggle,
  ToggleGroup,
  Tooltip,
};
