// Yidanqing (一单清) compares the orders that a township office receives with its published list of duties, offline, and
// keeps a ledger of them. Without a command it opens the window; built with -tags cli it is the command line alone.
package main

import (
	"context"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"yidanqing/ui/command"
)

// version is the version of the program; it is printed on papers.
const version = "1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	os.Exit(run(ctx, os.Args[1:], command.System()))
}

// run starts the command that args name, or the window where they name none.
func run(ctx context.Context, args []string, streams command.Streams) int {
	if len(args) == 1 && args[0] == "--gallery" {
		return openGallery(ctx, streams)
	}
	if len(args) == 0 || strings.HasPrefix(args[0], "--data") {
		dir, err := dataOption(args)
		if err != nil {
			return refuse(streams, err)
		}
		return openWindow(ctx, dir, streams)
	}
	return command.New(tools()).Run(ctx, args, streams)
}
