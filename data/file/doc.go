// Package file reads foreign bytes: notices as app.Document, lists and registers as app.Table. It gives the words and
// their places and knows nothing of what they mean.
//
// What a file is follows from its content, never from its extension. Every reader keeps limits of size, depth and
// count, so that a damaged or hostile file costs a sentence and not the machine. Nothing is written anywhere.
package file
