/** Where a paper can be had: the signed-in browser downloads it itself. */
export function documentAddress(tenant: string, documentId: string, format: 'docx' | 'pdf'): string {
  return `/api/documents/${tenant}/${documentId}/${format}`;
}
