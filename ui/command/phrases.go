package command

import (
	"context"

	"yidanqing/app"
)

const phrasesUsage = `用法（开发用）：
  yidanqing phrases assets/phrasing/*.tsv > assets/phrasing/phrases.bin

从说法例句和词典制作“说法表”，程序靠它听懂没有点名事项的口头交办。同样的输入给出同样的结果。`

func (t Tools) phrasesCommand() Command {
	return Command{Name: "phrases", Summary: "制作说法表", Usage: phrasesUsage, Hidden: true, Run: t.runPhrases}
}

func (t Tools) runPhrases(ctx context.Context, args []string, streams Streams) int {
	o, err := parse(args, "", "")
	if err == nil && len(o.rest) == 0 {
		err = app.Errorf(app.CodeInvalid, "请给出例句文件。")
	}
	if err != nil {
		complain(streams, err)
		return BadArgs
	}
	var examples [][]byte
	for _, path := range o.rest {
		data, err := t.Read(ctx, path)
		if err != nil {
			complain(streams, err)
			return Failed
		}
		examples = append(examples, data)
	}
	table, err := t.Phrases(examples)
	if err == nil {
		_, err = streams.Out.Write(table)
	}
	if err != nil {
		complain(streams, err)
		return Failed
	}
	return OK
}
