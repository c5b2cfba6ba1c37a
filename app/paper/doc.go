// Package paper writes what the office's documents say (文书): which kind of document goes to whom, the words of each
// part, and the facts that its attachment carries. It also holds the page model that reports/layout fills and that the
// PDF writer and the window draw.
//
// The way of a document: a Subject (the record) becomes a Content (titles, tables, paragraphs, still without places),
// the layout turns contents into Pages (texts, lines, rectangles at places), and a painter draws the pages.
//
// The package imports the standard library and the words of package app only.
package paper
