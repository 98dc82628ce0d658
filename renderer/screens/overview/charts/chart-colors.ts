import { theme } from 'antd';
import { useMemo } from 'react';

/** The colours of a chart, from the window's theme, light or dark. */
export type ChartColors = {
  readonly ink: string;
  readonly inkSoft: string;
  readonly line: string;
  readonly surface: string;
  readonly track: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly error: string;
  readonly warning: string;
  readonly notice: string;
  readonly waived: string;
  readonly takenOver: string;
  readonly passed: string;
};

export function useChartColors(): ChartColors {
  const { token } = theme.useToken();
  return useMemo(() => {
    // The signal colours of the page (styles/app.css), so that a ring and a tile beside it are of one red.
    const page = getComputedStyle(document.documentElement);
    const signal = (name: string, otherwise: string): string => page.getPropertyValue(name).trim() || otherwise;
    return {
      ink: token.colorText,
      inkSoft: token.colorTextSecondary,
      line: token.colorBorderSecondary,
      surface: token.colorBgElevated,
      track: token.colorFillSecondary,
      accent: token.colorPrimary,
      accentSoft: token.colorPrimaryBorder,
      error: signal('--error', token.colorError),
      warning: signal('--warning', token.colorWarning),
      notice: token.colorInfo,
      waived: token.colorTextTertiary,
      takenOver: token.colorTextTertiary,
      passed: signal('--success', token.colorSuccess),
    };
  }, [token]);
}
