import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CaretDownOutlined,
  CaretUpOutlined,
  CheckCircleOutlined,
  CloseOutlined,
  UndoOutlined,
  MoreOutlined,
  ScanOutlined,
  PrinterOutlined,
  InsertRowRightOutlined,
  FilterOutlined,
  FileExcelOutlined,
  EditOutlined,
  ContainerOutlined,
  CopyOutlined,
  DashboardOutlined,
  DeleteOutlined,
  DeliveredProcedureOutlined,
  DownloadOutlined,
  DownOutlined,
  ExperimentOutlined,
  EyeOutlined,
  FileDoneOutlined,
  FileOutlined,
  FilePdfOutlined,
  FileTextOutlined,
  FolderOpenOutlined,
  HistoryOutlined,
  HolderOutlined,
  LeftOutlined,
  LoadingOutlined,
  PaperClipOutlined,
  PictureOutlined,
  PlusOutlined,
  ReloadOutlined,
  RightCircleOutlined,
  RightOutlined,
  SaveOutlined,
  SearchOutlined,
  SettingOutlined,
  SnippetsOutlined,
  StopOutlined,
  SwapOutlined,
  UnorderedListOutlined,
  UploadOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';

type IconProps = { readonly className?: string };

/** An icon beside a text that already says it. The package names its icons in English, which screen readers would read aloud. */
function decorative(Icon: ComponentType<IconProps & { readonly 'aria-hidden': boolean }>): (props: IconProps) => ReactNode {
  return function Decoration(props: IconProps): ReactNode {
    return <Icon aria-hidden {...props} />;
  };
}

export const ArrowDownIcon = decorative(ArrowDownOutlined);
export const ArrowUpIcon = decorative(ArrowUpOutlined);
export const CaretDownIcon = decorative(CaretDownOutlined);
export const CaretUpIcon = decorative(CaretUpOutlined);
export const CheckCircleIcon = decorative(CheckCircleOutlined);
export const CloseIcon = decorative(CloseOutlined);
export const ContainerIcon = decorative(ContainerOutlined);
export const CopyIcon = decorative(CopyOutlined);
export const DownloadIcon = decorative(DownloadOutlined);
export const CalendarIcon = decorative(CalendarOutlined);
export const CalculatorIcon = decorative(CalculatorOutlined);
export const DashboardIcon = decorative(DashboardOutlined);
export const DeleteIcon = decorative(DeleteOutlined);
export const DeliveredProcedureIcon = decorative(DeliveredProcedureOutlined);
export const DownIcon = decorative(DownOutlined);
export const ExperimentIcon = decorative(ExperimentOutlined);
export const EyeIcon = decorative(EyeOutlined);
export const FileDoneIcon = decorative(FileDoneOutlined);
export const FileIcon = decorative(FileOutlined);
export const FilePdfIcon = decorative(FilePdfOutlined);
export const FileTextIcon = decorative(FileTextOutlined);
export const FolderOpenIcon = decorative(FolderOpenOutlined);
export const HistoryIcon = decorative(HistoryOutlined);
export const LeftIcon = decorative(LeftOutlined);
export const LoadingIcon = decorative(LoadingOutlined);
export const PaperClipIcon = decorative(PaperClipOutlined);
export const PictureIcon = decorative(PictureOutlined);
export const PlusIcon = decorative(PlusOutlined);
export const ReloadIcon = decorative(ReloadOutlined);
export const RightCircleIcon = decorative(RightCircleOutlined);
export const RightIcon = decorative(RightOutlined);
export const SaveIcon = decorative(SaveOutlined);
export const SearchIcon = decorative(SearchOutlined);
export const SettingIcon = decorative(SettingOutlined);
export const DragIcon = decorative(HolderOutlined);
export const SnippetsIcon = decorative(SnippetsOutlined);
export const StopIcon = decorative(StopOutlined);
export const SwapIcon = decorative(SwapOutlined);
export const UnorderedListIcon = decorative(UnorderedListOutlined);
export const UploadIcon = decorative(UploadOutlined);
export const EditIcon = decorative(EditOutlined);
export const FileExcelIcon = decorative(FileExcelOutlined);
export const FilterIcon = decorative(FilterOutlined);
export const ColumnsIcon = decorative(InsertRowRightOutlined);
export const PrinterIcon = decorative(PrinterOutlined);
export const ScanIcon = decorative(ScanOutlined);
export const MoreIcon = decorative(MoreOutlined);
export const UndoIcon = decorative(UndoOutlined);
