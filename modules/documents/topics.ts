/** 出具后印制: asks the worker to make the files of an issued paper. */
export const renderTopic = 'document.render';
