package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"yidanqing/app"
	"yidanqing/app/paper"
)

// State is what checking a file found.
type State string

const (
	Consistent State = "consistent" // 自洽: text, digests of the pages and attachment agree
	Differs    State = "differs"    // issued by this program, and changed since
	Foreign    State = "foreign"    // not issued by this program
)

// Result is the answer of Verify. It claims no more than that the file agrees with itself: whether the ledger holds the
// same is for the ledger to say, by Record and Digest.
type Result struct {
	State       State    `json:"state"`
	Message     string   `json:"message"`
	Differences []string `json:"differences,omitempty"`
	Number      string   `json:"number,omitempty"`
	Title       string   `json:"title,omitempty"`
	Ledger      string   `json:"ledger,omitempty"`
	Draft       bool     `json:"draft,omitempty"`
	// Digest is the SHA-256 of the attachment, Notice that of the notice; both hexadecimal.
	Digest string        `json:"digest,omitempty"`
	Notice string        `json:"notice,omitempty"`
	Record *paper.Record `json:"-"`
}

// Verify checks a file of documents: whether its text, the digests of its pages and its attachment agree. A file that
// this program has not issued is Foreign and no error. The error is an *app.Error for data that is no file at all.
func Verify(data []byte) (res Result, err error) {
	if len(data) == 0 {
		return Result{}, app.Errorf(app.CodeInvalid, "文件是空的。请换一个文件。")
	}
	defer func() {
		if r := recover(); r != nil {
			res, err = changed(Result{}, fmt.Sprintf("文件结构损坏（%v）", r)), nil
		}
	}()
	if bytes.HasPrefix(data, []byte("%PDF-")) && isBound(data) {
		return Result{State: Foreign, Message: "这是本软件合成的合订本，只供打印，不能核验。请核验其中每一件自己的 PDF。"}, nil
	}
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.Contains(data[:min(len(data), 64)], []byte(ownMark)) {
		return Result{State: Foreign, Message: "不是本软件出具的文书。"}, nil
	}
	c := &checker{data: data}
	c.check()
	res = c.res
	if len(c.differences) > 0 {
		return changed(res, c.differences...), nil
	}
	res.State = Consistent
	res.Message = "自洽：正文、页面校验与附件一致。是否与台账一致，由出文单位核对。"
	if res.Draft {
		res.Message = "自洽：正文、页面校验与附件一致。这是送审稿，没有编号。"
	}
	return res, nil
}

func changed(res Result, differences ...string) Result {
	res.State = Differs
	res.Differences = differences
	res.Message = "与出具时不一致：" + strings.Join(differences, "；") + "。"
	return res
}

// checker collects what differs.
type checker struct {
	data        []byte
	f           *file
	res         Result
	record      paper.Record
	pages       [][]op
	differences []string
}

func (c *checker) differ(format string, args ...any) {
	c.differences = append(c.differences, fmt.Sprintf(format, args...))
}

func (c *checker) check() {
	f, err := open(c.data)
	if err != nil {
		c.differ("文件结构已被改写，可能经其他软件另存")
		return
	}
	c.f = f
	if !c.sameBytes() {
		c.differ("文件内容在出具后改动过")
	}
	root, err := f.dict(f.trailer["Root"])
	if err != nil {
		c.differ("文件目录损坏")
		return
	}
	for _, key := range []name{"OpenAction", "AA", "AcroForm"} {
		if _, ok := root[key]; ok {
			c.differ("文件被加入了动作或表单")
			break
		}
	}
	record, err := c.attachment(root)
	if err != nil {
		c.differ("附件损坏或缺失")
	} else {
		c.readRecord(record)
	}
	if err := c.readPages(root); err != nil {
		c.differ("页面内容损坏或被改写")
		return
	}
	if c.record.Schema != "" {
		c.compare()
		c.compareBookmarks(root)
	}
}

// compareBookmarks holds the bookmarks against the documents of the attachment.
func (c *checker) compareBookmarks(root dict) {
	list, err := c.f.bookmarks(root)
	if err == nil && len(list) == 0 { // none were made at first
		return
	}
	same := err == nil && len(list) == len(c.record.Papers)
	for i := 0; same && i < len(list); i++ {
		same = list[i].title == c.record.Papers[i].Bookmark()
	}
	if !same {
		c.differ("书签与所载文书不符")
	}
}

// sameBytes tells whether the identifier in the trailer still is the one made from the content.
func (c *checker) sameBytes() bool {
	if !bytes.HasSuffix(c.data, []byte("%%EOF\n")) || bytes.Count(c.data, []byte("startxref")) != 1 {
		return false
	}
	ids, ok := c.f.trailer["ID"].(array)
	if !ok || len(ids) != 2 {
		return false
	}
	id, ok := ids[0].(str)
	if !ok || len(id) != 16 {
		return false
	}
	printed := []byte(hex.EncodeToString(id))
	at := bytes.LastIndex(c.data, []byte("/ID [<"+string(printed)+"> <"+string(printed)+">]"))
	if at < 0 {
		return false
	}
	at += len("/ID [<")
	h := sha256.New()
	h.Write(c.data[:at])
	h.Write([]byte(idBlank + "> <" + idBlank))
	h.Write(c.data[at+len(idBlank)*2+len("> <"):])
	return bytes.Equal(h.Sum(nil)[:16], id)
}

// attachment reads record.json by the catalog's list of attached files.
func (c *checker) attachment(root dict) ([]byte, error) {
	af, ok := root["AF"].(array)
	if !ok || len(af) != 1 {
		return nil, errors.New("no attached file")
	}
	spec, err := c.f.dict(af[0])
	if err != nil {
		return nil, err
	}
	ef, err := c.f.dict(spec["EF"])
	if err != nil {
		return nil, err
	}
	return c.f.stream(ef["F"])
}

func (c *checker) readRecord(data []byte) {
	sum := sha256.Sum256(data)
	c.res.Digest = hex.EncodeToString(sum[:])
	if err := json.Unmarshal(data, &c.record); err != nil || c.record.Schema != paper.RecordSchema {
		c.record = paper.Record{}
		c.differ("附件不是文书的事实记录，或由更新的版本写成")
		return
	}
	r := c.record
	c.res.Record = &r
	if t := r.Facts.Text; t != "" && paper.NoticeDigest(t) != r.Facts.Notice {
		c.differ("附件里的来文全文与来文摘要不符")
	}
	for _, p := range r.Papers {
		if p.Text != "" && paper.NoticeDigest(p.Text) != p.Notice {
			c.differ("附件里的来文全文与来文摘要不符")
		}
	}
	c.res.Ledger, c.res.Draft, c.res.Notice = r.Facts.Ledger, r.Facts.Draft, r.Facts.Notice
	if len(r.Papers) > 0 {
		c.res.Number, c.res.Title = r.Papers[0].Number, r.Papers[0].Title
	}
}

// readPages reads what each page draws.
func (c *checker) readPages(root dict) error {
	tree, err := c.f.dict(root["Pages"])
	if err != nil {
		return err
	}
	kids, ok := tree["Kids"].(array)
	if !ok {
		return errors.New("no pages")
	}
	for _, k := range kids {
		page, err := c.f.dict(k)
		if err != nil {
			return err
		}
		if page["Annots"] != nil || page["AA"] != nil {
			c.differ("页面上加了批注或动作")
		}
		fonts, err := c.fonts(page["Resources"])
		if err != nil {
			return err
		}
		content, err := c.f.stream(page["Contents"])
		if err != nil {
			return err
		}
		list, err := drawn(content, fonts)
		if err != nil {
			return err
		}
		c.pages = append(c.pages, list)
	}
	return nil
}

// fonts gives what stands behind each font name of a page: our fonts are named after their faces.
func (c *checker) fonts(o any) (map[name]pageFont, error) {
	res, err := c.f.dict(o)
	if err != nil {
		return nil, err
	}
	list, err := c.f.dict(res["Font"])
	if err != nil {
		return nil, err
	}
	out := map[name]pageFont{}
	for n, o := range list {
		d, err := c.f.dict(o)
		if err != nil {
			return nil, err
		}
		base, ok := d["BaseFont"].(name)
		if !ok {
			return nil, errors.New("font without name")
		}
		table, err := c.f.stream(d["ToUnicode"])
		if err != nil {
			return nil, err
		}
		codes, err := readUnicode(table)
		if err != nil {
			return nil, err
		}
		out[n] = pageFont{face: paper.Face(strings.TrimPrefix(string(base), "utf8")), codes: codes}
	}
	return out, nil
}
