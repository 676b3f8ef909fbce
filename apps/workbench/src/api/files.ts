import type { MaterialInput } from './applications.ts';
import { post } from './http.ts';

/** Put a photo or a PDF into the file store; it is checked by its content and kept under its hash. */
export async function uploadFile(file: File): Promise<Omit<MaterialInput, 'kind'>> {
  const body = new FormData();
  body.append('file', file, file.name);
  return post<Omit<MaterialInput, 'kind'>>('/api/files', body);
}

/** Where a material of an application can be had. */
export function materialAddress(tenant: string, applicationId: string, materialId: string): string {
  return `/api/applications/${tenant}/${applicationId}/materials/${materialId}`;
}
