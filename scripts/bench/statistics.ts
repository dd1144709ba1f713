/** The value at or below which the share `p` of the values lies (nearest rank). */
export const percentile = (values: readonly number[], p: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

export const perSecond = (value: number): string => `${Math.round(value)}/s`;

export const MiB = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;
