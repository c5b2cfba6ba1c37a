//go:build cli

package main

import (
	"context"

	"yidanqing/ui/command"
)

// openWindow tells that this build has no window.
func openWindow(ctx context.Context, _ string, streams command.Streams) int {
	return command.New(tools()).Run(ctx, nil, streams)
}

// openGallery tells that this build has no window.
func openGallery(ctx context.Context, streams command.Streams) int {
	return openWindow(ctx, "", streams)
}
