import { pdfjs, silentL10n, viewer } from './pdfjs.ts';

/** Canvas pixels of one page: beyond it only the part in view is drawn sharp. Ten pages are kept at most. */
const mostPixels = () => (matchMedia('(pointer: coarse)').matches ? 2 ** 23 : 2 ** 24);

/** Frames narrower than this, in CSS pixels, show pages from edge to edge. */
export const narrowFrame = 600;

type Viewer = InstanceType<typeof viewer.PDFViewer>;

/** pdf.js's viewer as we want it; it ends its watching of the frame with the signal. */
export function createViewer(
  frame: { readonly container: HTMLDivElement; readonly pages: HTMLDivElement },
  eventBus: InstanceType<typeof viewer.EventBus>,
  linkService: InstanceType<typeof viewer.PDFLinkService>,
  findController: InstanceType<typeof viewer.PDFFindController>,
  abortSignal: AbortSignal,
): Viewer {
  return new viewer.PDFViewer({
    container: frame.container,
    viewer: frame.pages,
    eventBus,
    linkService,
    findController,
    // Links and what is written into forms are shown; nothing of a paper runs, and nothing is filled in here.
    annotationMode: pdfjs.AnnotationMode.ENABLE,
    annotationEditorMode: pdfjs.AnnotationEditorType.DISABLE,
    enableAutoLinking: false,
    enableSelectionRendering: false,
    removePageBorders: frame.container.clientWidth < narrowFrame,
    maxCanvasPixels: mostPixels(),
    l10n: silentL10n,
    // Missing in the types of pdf.js.
    abortSignal,
  } as ConstructorParameters<typeof viewer.PDFViewer>[0]);
}
