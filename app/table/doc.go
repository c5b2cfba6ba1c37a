// Package table reads foreign tables by their words: where a table begins, what a merged cell covers, which number and
// which date a title names. It knows nothing of duties or registers; their importers build on it.
package table
