/** 销毁后清除文件: asks the worker to remove the stored content that nothing refers to any more. */
export const removeTopic = 'archive.removeFiles';
