import { theme, type ThemeConfig } from 'antd';

const fontFamily = "'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";

/** The look of all controls. Pages themselves take their colours from styles/app.css. */
export function appTheme(isDark: boolean): ThemeConfig {
  return {
    zeroRuntime: true,
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      fontFamily,
      colorPrimary: isDark ? '#4380c6' : '#1d5fa8',
      colorInfo: isDark ? '#4c8fdb' : '#1d5fa8',
      colorError: isDark ? '#f0796b' : '#c0392b',
      colorLink: isDark ? '#7fb8f5' : '#1d5fa8',
      ...(isDark ? { colorBgContainer: '#12171d', colorBgElevated: '#232a33', colorBorder: '#38424e' } : {}),
      colorTextDescription: isDark ? '#94a1b0' : '#5f6b7a',
      colorTextPlaceholder: isDark ? '#8794a3' : '#69737f',
      borderRadius: 5,
      // Office work, not an effect: nothing has to fly in.
      motion: false,
    },
    components: {
      Segmented: { trackPadding: 2 },
      // White letters could not be read on the light red of dark mode, nor on the blue that the library makes lighter under the pointer.
      Button: isDark ? { dangerColor: '#1d0f0d', colorPrimaryHover: '#3a74b8', defaultHoverColor: '#7fb8f5', defaultHoverBorderColor: '#7fb8f5' } : {},
    },
  };
}
