// Package inbox is the page 收件: a notice is pasted, dropped or opened, the advice appears with its evidence, and the
// clerk registers it or goes on to the paper.
package inbox
