package file

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"

	"yidanqing/app"
)

// ofdReader reads the text of an OFD (GB/T 33190): positioned runs of characters on pages. Names are compared without
// their namespace, which differs between makers.
type ofdReader struct {
	ctx      context.Context
	a        *archive
	pieces   int
	pictures int
	missing  bool // a text object shows more characters than it names
}

const maxPages = 5_000

func noticeFromOFD(ctx context.Context, a *archive, doc *app.Document) error {
	r := &ofdReader{ctx: ctx, a: a}
	if a.has("Encryptions.xml") {
		return locked(a.name, forNotice)
	}
	root, err := r.tree("OFD.xml")
	if err != nil {
		return err
	}
	var pages []ofdPage
	for _, body := range root.all("DocBody") {
		for _, loc := range body.all("DocRoot") {
			more, err := r.document(resolve("OFD.xml", loc.text), doc)
			if err != nil {
				return err
			}
			pages = append(pages, more...)
		}
		for _, s := range body.all("Signatures") {
			if t, err := r.tree(resolve("OFD.xml", s.text)); err == nil && len(t.all("Signature")) > 0 {
				doc.Warnings = append(doc.Warnings, "原件有电子签章，没有验证。")
			}
		}
	}
	doc.Blocks = ofdBlocks(pages)
	if r.missing {
		doc.Warnings = append(doc.Warnings, "有的字在原件中只有字形，没有读入，请对照原件。")
	}
	if len(doc.Blocks) == 0 {
		return app.Errorf(app.CodeInvalid, "%s里没有文字，像是图片或扫描件。原文件未动。请把要点打字录入，或从别处复制文字粘贴。", called(a.name))
	}
	if r.pictures > 0 {
		doc.Warnings = append(doc.Warnings, fmt.Sprintf("原件中有 %d 幅图片，图中的文字没有读入。", r.pictures))
	}
	return nil
}

// document reads one Document.xml: its pages in order, with their templates and annotations.
func (r *ofdReader) document(p string, doc *app.Document) ([]ofdPage, error) {
	t, err := r.tree(p)
	if err != nil {
		return nil, err
	}
	templates := map[string]string{}
	for _, e := range t.all("TemplatePage") {
		templates[e.attr["ID"]] = resolve(p, e.attr["BaseLoc"])
	}
	notes := r.annotations(t, p)
	var pages []ofdPage
	for _, list := range t.all("Pages") {
		for _, e := range list.all("Page") {
			if len(pages) >= maxPages {
				return nil, tooLarge(r.a.name, "超过 5000 页")
			}
			page := ofdPage{number: len(pages) + 1}
			if err := r.page(resolve(p, e.attr["BaseLoc"]), templates, &page); err != nil {
				return nil, err
			}
			if at := notes[e.attr["ID"]]; at != "" {
				if err := r.runs(at, &page.notes, nil); err != nil {
					return nil, err
				}
			}
			pages = append(pages, page)
		}
	}
	for _, e := range t.all("Attachments") {
		if list, err := r.tree(resolve(p, e.text)); err == nil {
			for _, at := range list.all("Attachment") {
				doc.Warnings = append(doc.Warnings, "原件内有附件“"+at.attr["Name"]+"”，没有读入。")
			}
		}
	}
	return pages, nil
}

// annotations tells for each page ID the part that holds its annotations.
func (r *ofdReader) annotations(t *ofdNode, p string) map[string]string {
	out := map[string]string{}
	for _, e := range t.all("Annotations") {
		at := resolve(p, e.text)
		list, err := r.tree(at)
		if err != nil {
			continue
		}
		for _, page := range list.all("Page") {
			for _, loc := range page.all("FileLoc") {
				if target := resolve(at, loc.text); r.a.has(target) {
					out[page.attr["PageID"]] = target
				}
			}
		}
	}
	return out
}

func (r *ofdReader) page(p string, templates map[string]string, page *ofdPage) error {
	var used []string
	if err := r.runs(p, &page.runs, &used); err != nil {
		return err
	}
	for _, id := range used {
		if t := templates[id]; t != "" && r.a.has(t) {
			if err := r.runs(t, &page.runs, nil); err != nil {
				return err
			}
		}
	}
	return nil
}

// resolve makes a full name of loc as written in part p: a leading “/” is the root of the package.
func resolve(p, loc string) string {
	loc = strings.TrimSpace(strings.ReplaceAll(loc, `\`, "/"))
	if strings.HasPrefix(loc, "/") {
		return strings.TrimPrefix(loc, "/")
	}
	return path.Join(path.Dir(p), loc)
}

// ofdNode is an element of the small parts of an OFD.
type ofdNode struct {
	name  string
	attr  map[string]string
	text  string
	nodes []*ofdNode
}

// all gives the elements of this name at any depth, in order.
func (n *ofdNode) all(name string) []*ofdNode {
	var out []*ofdNode
	for _, c := range n.nodes {
		if c.name == name {
			out = append(out, c)
			continue
		}
		out = append(out, c.all(name)...)
	}
	return out
}

func (r *ofdReader) decoder(p string) (*xml.Decoder, io.Closer, error) {
	rc, err := r.a.open(r.ctx, p)
	if err != nil {
		return nil, nil, err
	}
	d := xml.NewDecoder(rc)
	d.Strict = false
	d.CharsetReader = func(charset string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(charset), "gb") {
			return simplifiedchinese.GB18030.NewDecoder().Reader(in), nil
		}
		return in, nil
	}
	return d, rc, nil
}

// fault makes the error of a part that could not be parsed.
func (r *ofdReader) fault(p string, err error) error {
	var known *app.Error
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.As(err, &known):
		return err
	}
	return damaged(r.a.name, fmt.Errorf("part %s: %w", p, err))
}

// tree reads a small part whole.
func (r *ofdReader) tree(p string) (*ofdNode, error) {
	d, c, err := r.decoder(p)
	if err != nil {
		return nil, err
	}
	defer c.Close()
	root := &ofdNode{}
	stack := []*ofdNode{root}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return root, nil
		}
		if err != nil {
			return nil, r.fault(p, err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if r.pieces++; r.pieces > maxPieces || len(stack) > maxDepth {
				return nil, tooLarge(r.a.name, "内容太多或嵌套太深")
			}
			n := &ofdNode{name: t.Name.Local, attr: map[string]string{}}
			for _, a := range t.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			stack[len(stack)-1].nodes = append(stack[len(stack)-1].nodes, n)
			stack = append(stack, n)
		case xml.EndElement:
			if len(stack) > 1 {
				stack = stack[:len(stack)-1]
			}
		case xml.CharData:
			if top := stack[len(stack)-1]; len(top.text) < 4096 {
				top.text += strings.TrimSpace(string(t))
			}
		}
	}
}
