/** What hooks of one channel of this desk begin with: any of them understands what is for another. */
export const folderOf = (hookUrl: string): string => hookUrl.slice(0, hookUrl.lastIndexOf('/') + 1);
