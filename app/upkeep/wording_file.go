package upkeep

import (
	"context"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// WordingFile is the file of the wording of an edition, as papers print it (版式); empty: as it stands now. CodeNotFound for
// an edition that this ledger never had.
func (s *Service) WordingFile(ctx context.Context, edition string) (string, error) {
	own, err := s.WordingOf(ctx, edition)
	if err != nil {
		return "", err
	}
	return s.Wording.WriteFile(own), nil
}

// WordingOf finds the own sentences by which papers of an edition were written; empty: as they stand now.
func (s *Service) WordingOf(ctx context.Context, edition string) (app.OwnWording, error) {
	own, err := s.Reader.Own(ctx)
	if err != nil {
		return nil, err
	}
	if edition == "" {
		return own.Wording(), nil
	}
	for _, state := range own.WordingStates() {
		if s.Wording.Edition(state.Wording) == edition {
			return state.Wording, nil
		}
	}
	return nil, app.Errorf(app.CodeNotFound, "本台账没有版式 %s 的措辞。它可能是别的单位，或别的软件版本印的。", edition)
}

// SaveWording writes the file of the wording of an edition into a folder and gives its path; the edition is as for WordingFile.
func (s *Service) SaveWording(ctx context.Context, folder, edition string) (string, error) {
	text, err := s.WordingFile(ctx, edition)
	if err != nil {
		return "", err
	}
	name := "文书措辞.txt"
	if edition != "" {
		name = "文书措辞 版式" + edition + ".txt"
	}
	// with a byte order mark, by which every editor of Windows knows the encoding
	return s.Files.Export(ctx, folder, name, []byte("\ufeff"+strings.ReplaceAll(text, "\n", "\r\n")))
}

// mostFaults is how many faults of a file are told.
const mostFaults = 5

// ImportWording takes over the sentences that a file holds and tells how many were changed by it. A file with a fault changes
// nothing: CodeInvalid tells the lines.
func (s *Service) ImportWording(ctx context.Context, text string) (int, error) {
	sentences, faults := s.Wording.ReadFile(text)
	if len(faults) > 0 {
		return 0, app.WrapError(app.CodeInvalid, faults[0], "文件有 %d 处要改，没有导入，原来的措辞不变。%s", len(faults), faultList(faults))
	}
	return s.keepSentences(ctx, sentences, "导入的措辞文件与原文相同")
}

func faultList(faults []*paper.Fault) string {
	var b strings.Builder
	for i, f := range faults {
		if i == mostFaults {
			fmt.Fprintf(&b, "还有 %d 处。", len(faults)-i)
			break
		}
		b.WriteString(f.Error())
	}
	return b.String()
}
