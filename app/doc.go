// Package app holds the words of 一单清: the things a township office works with when an order arrives, and nothing
// of how they are stored, shown or printed. It imports the standard library only; so does every package below it.
//
// One concept has one name. The Chinese term stands once, in the doc comment of its type.
package app
